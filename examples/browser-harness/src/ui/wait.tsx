// Wait: keeps the place of what is being loaded, so that nothing moves when it comes.

/** A reserved place with a word in it. */
export function Wait({ children }: { children: string }) {
  return (
    <p class="wait" role="status">
      {children}
    </p>
  );
}
