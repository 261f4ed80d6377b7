import { DISTRICTS } from '../district.ts';

/** Where an organisation stands with a district's Network; only `MEMBER` is inside. */
export const MEMBERSHIP_STATES = ['INVITED', 'ASKED', 'MEMBER', 'REFUSED', 'LEFT'] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

export const MEETING_STATES = ['DRAFT', 'PUBLISHED', 'RUNNING', 'ENDED', 'CANCELLED'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const RSVP_STATES = ['ACCEPTED', 'WAITING', 'DECLINED'] as const;
export type RsvpState = (typeof RSVP_STATES)[number];

/** `FOLLOW_UP` comes by itself: what was to be done since the last meeting. */
export const ITEM_KINDS = ['INFORMATION', 'DISCUSSION', 'DECISION', 'RESOURCES_NEEDS', 'FOLLOW_UP'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
/** What a person may choose. */
export const CHOSEN_ITEM_KINDS = ['INFORMATION', 'DISCUSSION', 'DECISION', 'RESOURCES_NEEDS'] as const;

export const ITEM_STATES = ['PROPOSED', 'REFUSED', 'PLANNED', 'CURRENT', 'DONE', 'PARKED'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
/** Of the agenda itself: neither a proposal nor one that was refused. */
export const ON_AGENDA: readonly ItemState[] = ['PLANNED', 'CURRENT', 'DONE', 'PARKED'];

export const SPEAKER_STATES = ['WAITING', 'SPEAKING', 'DONE'] as const;
export type SpeakerState = (typeof SPEAKER_STATES)[number];

export const ARRANGEMENT_STATES = ['VOTING', 'ADOPTED', 'REJECTED', 'WITHDRAWN'] as const;
export type ArrangementState = (typeof ARRANGEMENT_STATES)[number];

/** A show of hands. */
export const BALLOTS = ['FOR', 'AGAINST', 'ABSTAINED'] as const;
export type Ballot = (typeof BALLOTS)[number];

export const MINUTES_STATES = ['DRAFT', 'APPROVED'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export const BOARD_SIDES = ['OFFER', 'NEED'] as const;
export type BoardSide = (typeof BOARD_SIDES)[number];

/** Kinds of resources and needs (zasoby i potrzeby). */
export const BOARD_KINDS = ['PEOPLE', 'SPACE', 'TRANSPORT', 'EQUIPMENT', 'FOOD', 'KNOWLEDGE', 'PROMOTION', 'OTHER'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

export const BOARD_STATES = ['OPEN', 'MATCHED', 'CLOSED'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export const ACTIVITY_STATES = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

/** The districts that run a Network from the start; source: the programme of local volunteering. */
export const FIRST_NETWORKS: readonly string[] = DISTRICTS.filter(({ localVolunteering }) => localVolunteering).map(({ slug }) => slug);
