import type { FeedEvent } from './change-feed.ts';
import type { Services } from './context.ts';
import type { Jobs } from './jobs.ts';
import type { Mail } from './mail.ts';

/** What one feature does once a change is committed: sends jobs, and nothing that must not be done twice. */
export type AfterCommit = (event: FeedEvent) => Promise<void>;

export interface AfterCommitDeps {
  services: Services;
  jobs: Jobs;
  mail: Mail;
  /** The address people open. */
  origin: string;
}
