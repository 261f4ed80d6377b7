import {
  ARRANGEMENT_STATES,
  BALLOTS,
  ITEM_KINDS,
  ITEM_STATES,
  MEETING_STATES,
  MINUTES_STATES,
  RSVP_STATES,
  SPEAKER_STATES,
  ACTIVITY_STATES,
  BOARD_KINDS,
  BOARD_SIDES,
  BOARD_STATES,
} from '@ww/shared/network/terms';
import { graphqlEnum } from '../platform/enums.ts';

export const MeetingStateEnum = graphqlEnum('MeetingState', MEETING_STATES);
export const RsvpStateEnum = graphqlEnum('RsvpState', RSVP_STATES);
export const ItemKindEnum = graphqlEnum('ItemKind', ITEM_KINDS);
export const ItemStateEnum = graphqlEnum('ItemState', ITEM_STATES);
export const SpeakerStateEnum = graphqlEnum('SpeakerState', SPEAKER_STATES);
export const ArrangementStateEnum = graphqlEnum('ArrangementState', ARRANGEMENT_STATES);
export const BallotEnum = graphqlEnum('Ballot', BALLOTS);
export const MinutesStateEnum = graphqlEnum('MinutesState', MINUTES_STATES);
export const ActivityStateEnum = graphqlEnum('ActivityState', ACTIVITY_STATES);
export const BoardKindEnum = graphqlEnum('BoardKind', BOARD_KINDS);
export const BoardSideEnum = graphqlEnum('BoardSide', BOARD_SIDES);
export const BoardStateEnum = graphqlEnum('BoardState', BOARD_STATES);
