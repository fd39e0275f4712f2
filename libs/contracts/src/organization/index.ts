export { assignmentChangedV1, type AssignmentChanged } from './assignment-changed.v1';
