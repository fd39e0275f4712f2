/** A change is noticed as soon as one case fails: the search for the smallest such case, and most of the cases, can be saved. */
const fc = require('fast-check');

fc.configureGlobal({ numRuns: 30, endOnFailure: true });
