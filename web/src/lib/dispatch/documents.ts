import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

export const Candidates = graphql(`
  query Candidates($requestId: ID!, $from: DateTimeISO, $to: DateTimeISO) {
    candidates(requestId: $requestId, from: $from, to: $to) {
      fromAt
      toAt
      minutes
      fit
      total
      candidates {
        id
        isPool
        displayName
        organisationName
        peopleLeft
        isFit
        asked
        failed {
          gate
          source
          canOverride
        }
        reasons {
          code
          at
          count
          language
        }
      }
    }
  }
`);
export type CandidatePage = ResultOf<typeof Candidates>['candidates'];
export type Candidate = CandidatePage['candidates'][number];

const SearchFields = graphql(`
  fragment Search on DispatchView @_unmask {
    id
    requestId
    state
    inWaves
    wave
    waveSize
    waveMinutes
    fromAt
    toAt
    nextAt
    startedAt
    startedByName
    endedAt
    offers {
      id
      volunteerId
      poolId
      displayName
      organisationName
      wave
      state
      offeredAt
      expiresAt
      answeredAt
      declineReason
      overrides {
        gate
        reason
      }
    }
  }
`);
export type Search = ResultOf<typeof SearchFields>;
export type Offer = Search['offers'][number];

export const DispatchLog = graphql(
  `
    query DispatchLog($requestId: ID!) {
      dispatchLog(requestId: $requestId) {
        dispatches {
          ...Search
        }
        tasks {
          id
          volunteerId
          displayName
          organisationName
          state
          fromAt
          toAt
          acceptedAt
          endedAt
          returnReason
        }
      }
    }
  `,
  [SearchFields],
);
export type Log = ResultOf<typeof DispatchLog>['dispatchLog'];
export type Task = Log['tasks'][number];

export const OfferRequest = graphql(
  `
    mutation OfferRequest($input: OfferRequestInput!) {
      search: offerRequest(input: $input) {
        ...Search
      }
    }
  `,
  [SearchFields],
);
export const StartWaves = graphql(
  `
    mutation StartWaves($input: StartWavesInput!) {
      search: startWaves(input: $input) {
        ...Search
      }
    }
  `,
  [SearchFields],
);
export const StopDispatch = graphql(
  `
    mutation StopDispatch($input: StopDispatchInput!) {
      search: stopDispatch(input: $input) {
        ...Search
      }
    }
  `,
  [SearchFields],
);
export const RecordAnswer = graphql(
  `
    mutation RecordAnswer($input: RecordAnswerInput!) {
      search: recordAnswer(input: $input) {
        ...Search
      }
    }
  `,
  [SearchFields],
);

export const VolunteerName = graphql(`
  query VolunteerName($id: ID!) {
    volunteerDetail(id: $id) {
      row {
        volunteer {
          displayName
        }
      }
    }
  }
`);
