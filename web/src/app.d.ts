declare global {
  namespace App {
    interface Error {
      /** What the person can quote when they report the failure. */
      requestId?: string;
    }
    interface Locals {
      theme: 'light' | 'dark' | null;
      /** Whether single-letter keys act; they can be switched off (WCAG 2.1.4). */
      letterKeys: boolean;
    }
    interface PageState {
      /** The question shown on a phone, so that Back returns to the one before. */
      step?: number;
    }
  }
}

export {};
