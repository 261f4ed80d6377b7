/** Seconds of the call: from the opening of the sheet to the save. */
export class CallClock {
  seconds = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  start(): () => void {
    const from = Date.now();
    this.seconds = 0;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => (this.seconds = Math.floor((Date.now() - from) / 1000)), 500);
    return () => this.stop();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** `1:05` */
  get words(): string {
    return `${Math.floor(this.seconds / 60)}:${String(this.seconds % 60).padStart(2, '0')}`;
  }
}
