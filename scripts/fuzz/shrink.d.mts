/** The shortest input that still fails, as far as leaving out stretches leads. */
export function shrunk<Content extends string | Buffer>(
  content: Content,
  fails: (content: Content) => boolean,
  patience?: number,
): Content;
