import type { FeedEvent } from './change-feed.ts';
import type { Services } from './context.ts';
import type { Jobs } from './jobs.ts';
import type { Mail } from './mail.ts';

/** The one follower of the log that all of them share. */
export const AFTER_COMMIT = 'after-commit';

/** What one feature does once a change is committed: sends jobs, and nothing that must not be done twice. */
export type AfterCommit = (event: FeedEvent) => Promise<void>;

export interface AfterCommitDeps {
  services: Services;
  jobs: Jobs;
  mail: Mail;
  /** The address people open. */
  origin: string;
}
