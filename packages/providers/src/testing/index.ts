export { checkProfile } from './check-profile.js'
export { describeProfile, type TestRunner } from './describe-profile.js'
export type {
  AnswerFixture,
  ExpectedInquiry,
  ExpectedReply,
  ExpectedToken,
  ProfileFixtures,
  ProfileIdentity,
  ServiceFixture,
  TokenAnswerFixture,
  TokenFixture,
  WireRequest,
} from './profile-fixtures.js'
export type { ProfileProblem } from './profile-problem.js'
