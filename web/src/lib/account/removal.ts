/** How somebody's role is taken away, and what is said of it. */
export interface Removal {
  /** What the button is called for this person. */
  label: (name: string) => string;
  /** What follows from it, under the question. */
  consequence: string;
  removed: (name: string) => string;
  /** Throws a `Failure`. */
  send: (grantId: string, key: string) => Promise<unknown>;
  done: () => Promise<void>;
}
