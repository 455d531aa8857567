/**
 * The run was asked to end while it waited for its input, or between two records. Whatever waits for stdin meets it there;
 * whoever began something takes it back and throws it on.
 */
export class Interrupted extends Error {}
