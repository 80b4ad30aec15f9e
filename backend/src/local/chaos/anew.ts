/**
 * Headers of a call on a connection of its own: one that is kept may lead to a process that was killed
 * meanwhile, and its end would look like the answer of the one that runs.
 */
export const anew = { connection: "close" }
