/** Answers are set in under what they answer down to the fourth level; deeper ones stand on it, and say what they answer. */
const NESTED_LEVELS = 4

/** One comment with what is shown below it. */
export type ThreadNode<Comment> = { comment: Comment; below: ThreadNode<Comment>[] }

/** Comments in the order in which they are read, as the lists in which they are shown. None is left out, however deep. */
export function nestThreads<Comment extends { depth: number }>(
  comments: readonly Comment[],
): ThreadNode<Comment>[] {
  const threads: ThreadNode<Comment>[] = []
  /** The lists that are open now, the outermost first. */
  let open = [threads]
  for (const comment of comments) {
    const node: ThreadNode<Comment> = { comment, below: [] }
    // An answer whose comment is not there stands as deep as it can.
    const level = Math.min(comment.depth, NESTED_LEVELS - 1, open.length - 1)
    open[level]?.push(node)
    open = [...open.slice(0, level + 1), node.below]
  }
  return threads
}

/** Whether an answer stands so deep that its place no longer shows what it answers. */
export function isFlat({ depth }: { depth: number }): boolean {
  return depth >= NESTED_LEVELS
}
