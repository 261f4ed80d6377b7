import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { Limit } from './rate-limit.ts';

/** Every limit of the server in one place, each set on purpose. */
export const LIMITS = {
  /** Of one operation. The web's largest (queue with its row) has depth 4, 30 fields, no alias. */
  depth: 8,
  /** A full page of whole rows, its length written out, costs 11,350; two of them are too many. */
  cost: 15_000,
  aliases: 10,
  tokens: 1_500,
  /** Bytes of one HTTP body and of one message over the socket. */
  bodyBytes: 100_000,
  socketBytes: 64 * 1024,
  subscriptionsPerSocket: 16,
  /** Open sockets of one address without a session, in one process; a page needs one. */
  strangersSockets: 50,
  /** Bytes of answers that may wait for a client that keeps sending and doesn't read; a lagging subscription stops long before. */
  unreadBytes: 4 << 20,
  /** Rows of a page. */
  pageRows: 200,
  /** Seconds between two looks at whether the sessions behind open sockets still stand; the promise is 5. */
  sessionCheckSeconds: 3,
  /** Days that an idempotency key and its answer are kept; hours that events can be replayed. */
  keyDays: 7,
  eventHours: 48,
  /** Days after which ended sessions, links that ended and counted attempts to sign in are forgotten. */
  signInDays: 1,
  /** Days after a booking's end that who borrowed is kept; the booking stays for the figures. */
  borrowerDays: 90,
} as const;

/** By caller's address; sign-in is limited in `identity/auth.ts`. */
export const RATE_LIMITS = {
  submit: { name: 'submit', hits: 5, seconds: 3_600 },
  ownCode: { name: 'own-code', hits: 30, seconds: 60 },
  /** Refusals of someone without a session: each is an audit entry, kept for years. */
  refusal: { name: 'refusal', hits: 60, seconds: 60 },
  invitation: { name: 'invitation', hits: 20, seconds: 60 },
  /** An organisation's volunteers may share one address. */
  askForLink: { name: 'ask-for-link', hits: 30, seconds: 3_600 },
  /** By account, wherever the asking comes from: each is a letter. */
  askForLinkAccount: { name: 'ask-for-link-account', hits: 5, seconds: 900 },
  /** By account: a long day on the phone takes some hundred; whoever copies a district's people is stopped, and stands in the audit trail. */
  reveal: { name: 'reveal', hits: 200, seconds: 3_600 },
  /** A code by e-mail to book a room with: by caller's address, and by the address that it goes to. */
  proveEmail: { name: 'prove-email', hits: 20, seconds: 3_600 },
  proveEmailTo: { name: 'prove-email-to', hits: 5, seconds: 900 },
  /** By proof: six digits can't be guessed in so few tries. */
  proofCode: { name: 'proof-code', hits: 10, seconds: 3_600 },
  /** Nobody signs in at a fridge; a household brings a bag, not a lorry. */
  putFood: { name: 'put-food', hits: 30, seconds: 3_600 },
  takeFood: { name: 'take-food', hits: 60, seconds: 3_600 },
  enterByLink: { name: 'enter-by-link', hits: 20, seconds: 60 },
} as const satisfies Record<string, Limit>;

const tooComplex = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) => context?.reportError(new GraphQLError('TOO_COMPLEX', { extensions: { code: 'TOO_COMPLEX' } })),
  ],
};

export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: LIMITS.depth, flattenFragments: true, ...tooComplex }),
  costLimitRule({ maxCost: LIMITS.cost, flattenFragments: true, ...tooComplex }),
  maxAliasesRule({ n: LIMITS.aliases, ...tooComplex }),
];
