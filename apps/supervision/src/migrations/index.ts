import { CreateClocks20261123095000 } from './20261123095000-create-clocks';
import { CreateExtensions20261123095100 } from './20261123095100-create-extensions';
import { AcceptObjectionClocks20261124095100 } from './20261124095100-accept-objection-clocks';

/** In the order they are run. */
export const migrations = [
  CreateClocks20261123095000,
  CreateExtensions20261123095100,
  AcceptObjectionClocks20261124095100,
];
