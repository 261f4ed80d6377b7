import {
  CONTACTS,
  DECLINE_REASONS,
  DISPATCH_STATES,
  OFFER_STATES,
  RETURN_REASONS,
  TASK_STATES,
  VOLUNTEER_LIMITS,
} from '@ww/shared/volunteer/terms';
import { GATES, GATE_SOURCES } from '@ww/shared/volunteer/gates';
import { REASONS } from '@ww/shared/volunteer/rank';
import { graphqlEnum } from '../platform/enums.ts';

export const VolunteerLimitEnum = graphqlEnum('VolunteerLimit', VOLUNTEER_LIMITS);
export const ContactEnum = graphqlEnum('Contact', CONTACTS);
export const DeclineReasonEnum = graphqlEnum('DeclineReason', DECLINE_REASONS);
export const ReturnReasonEnum = graphqlEnum('ReturnReason', RETURN_REASONS);
export const DispatchStateEnum = graphqlEnum('DispatchState', DISPATCH_STATES);
export const OfferStateEnum = graphqlEnum('OfferState', OFFER_STATES);
export const TaskStateEnum = graphqlEnum('TaskState', TASK_STATES);
export const GateEnum = graphqlEnum('Gate', GATES);
export const GateSourceEnum = graphqlEnum('GateSource', GATE_SOURCES);
export const CandidateReasonEnum = graphqlEnum('CandidateReasonCode', REASONS);
