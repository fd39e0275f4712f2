import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import type { Look } from './look-until';
import { noticePhoto } from './notice-photo';
import { latestSitting, openSitting, sittingFields, type Sitting } from './open-sitting';

const holdReview = `mutation ($input: HoldReviewInput!) {
  answer: holdGroupReview(input: $input) { ${refusalFields} ... on Sitting { ${sittingFields} } }
}`;
const postNotice = `mutation ($input: PostNoticeInput!) {
  answer: postNotice(input: $input) { ${refusalFields} ... on Sitting { ${sittingFields} } }
}`;

export const groupSecretaryOperations = { holdReview, postNotice };

/** 村民小组 secretary: holds the group's review and hangs out the notice. */
export class GroupSecretary {
  constructor(
    private readonly session: Session,
    private readonly groupCode: string,
  ) {}

  /** Waits for the households to be laid before the meeting, and holds it; everybody is confirmed. */
  async review(look: Omit<Look, 'what'>): Promise<Sitting> {
    const sitting = await openSitting(this.session, 'group', this.groupCode, look);
    return sitting.state === 'open' ? this.hold(sitting) : sitting;
  }

  /** The group's present sitting, if there is one that still wants something. */
  async waiting(): Promise<Sitting | undefined> {
    const sitting = await latestSitting(this.session, 'group', this.groupCode);
    return sitting && sitting.state !== 'closed' && !sitting.publicity?.postedAt ? sitting : undefined;
  }

  hold(sitting: Sitting): Promise<Sitting> {
    return this.session.perform<Answered & Sitting>(holdReview, {
      sittingId: sitting.id,
      version: sitting.version,
      heldOn: new Date().toISOString().slice(0, 10),
      minutes: '到会户代表超过三分之二，逐户评议，无异议。',
      exceptions: [],
    });
  }

  /** The instant at which the notice has hung long enough. */
  async post(sitting: Sitting): Promise<Date> {
    const posted =
      sitting.publicity?.closesAt != null
        ? sitting
        : await this.session.perform<Answered & Sitting>(postNotice, {
            sittingId: sitting.id,
            version: sitting.version,
            place: '村民小组公示栏',
            photoIds: [await noticePhoto(this.session, this.groupCode)],
          });
    return new Date(posted.publicity?.closesAt ?? Date.now());
  }
}
