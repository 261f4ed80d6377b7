import {
  ACTIVITY_STATES,
  ARRANGEMENT_STATES,
  BALLOTS,
  BOARD_KINDS,
  BOARD_SIDES,
  BOARD_STATES,
  ITEM_KINDS,
  ITEM_STATES,
  MEETING_STATES,
  MEMBERSHIP_STATES,
  MINUTES_STATES,
  RSVP_STATES,
  SPEAKER_STATES,
} from '@ww/shared/network/terms';
import { graphqlEnum } from '../platform/enums.ts';

export const MembershipStateEnum = graphqlEnum('MembershipState', MEMBERSHIP_STATES);
export const MeetingStateEnum = graphqlEnum('MeetingState', MEETING_STATES);
export const RsvpStateEnum = graphqlEnum('RsvpState', RSVP_STATES);
export const ItemKindEnum = graphqlEnum('ItemKind', ITEM_KINDS);
export const ItemStateEnum = graphqlEnum('ItemState', ITEM_STATES);
export const SpeakerStateEnum = graphqlEnum('SpeakerState', SPEAKER_STATES);
export const ArrangementStateEnum = graphqlEnum('ArrangementState', ARRANGEMENT_STATES);
export const BallotEnum = graphqlEnum('Ballot', BALLOTS);
export const MinutesStateEnum = graphqlEnum('MinutesState', MINUTES_STATES);
export const BoardSideEnum = graphqlEnum('BoardSide', BOARD_SIDES);
export const BoardKindEnum = graphqlEnum('BoardKind', BOARD_KINDS);
export const BoardStateEnum = graphqlEnum('BoardState', BOARD_STATES);
export const ActivityStateEnum = graphqlEnum('ActivityState', ACTIVITY_STATES);
