import { CANCEL_REASONS, ERRANDS, HELPERS, INFORMED, KINDS, PRIORITIES, REPORTER_KINDS, REVEAL_REASONS } from '@ww/shared/request/kinds';
import { LANGUAGES } from '@ww/shared/volunteer/terms';
import { STATES } from '@ww/shared/request/transitions';
import { graphqlEnum } from '../platform/enums.ts';
import { CHANGE_KINDS } from '../platform/live-source.ts';

export const CHANNELS = ['PHONE', 'WEB'] as const;
export type Channel = (typeof CHANNELS)[number];

export const KindEnum = graphqlEnum('Kind', KINDS);
export const ErrandEnum = graphqlEnum('Errand', ERRANDS);
export const PriorityEnum = graphqlEnum('Priority', PRIORITIES);
export const StateEnum = graphqlEnum('State', STATES);
export const ChannelEnum = graphqlEnum('Channel', CHANNELS);
export const HelperEnum = graphqlEnum('Helper', HELPERS);
export const InformedEnum = graphqlEnum('Informed', INFORMED);
export const LanguageEnum = graphqlEnum('Language', LANGUAGES);
export const ReporterKindEnum = graphqlEnum('ReporterKind', REPORTER_KINDS);
export const CancelReasonEnum = graphqlEnum('CancelReason', CANCEL_REASONS);
export const RevealReasonEnum = graphqlEnum('RevealReason', REVEAL_REASONS);
export const ChangeKindEnum = graphqlEnum('ChangeKind', CHANGE_KINDS);
