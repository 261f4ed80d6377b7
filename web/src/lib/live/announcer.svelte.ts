const GATHER_MS = 1_200;
const APART_MS = 4_000;

/**
 * One polite voice for everything that changes by itself: words are gathered, the last on each subject wins.
 * What must interrupt (a lost connection, a failed save) is a notice of its own with the role of an alert.
 */
class Announcer {
  polite = $state('');
  #pending = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spokeAt = 0;

  say(subject: string, words: string): void {
    this.#pending.set(subject, words);
    this.#timer ??= setTimeout(() => this.#speak(), Math.max(GATHER_MS, this.#spokeAt + APART_MS - Date.now()));
  }

  #speak(): void {
    this.#timer = undefined;
    this.#spokeAt = Date.now();
    this.polite = [...this.#pending.values()].join(' ');
    this.#pending.clear();
  }
}

export const announcer = new Announcer();
