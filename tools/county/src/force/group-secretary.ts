import { isDoubtedByGroup } from '../generator/meeting-plan';
import { refusalFields, type Answered } from '../gateway/outcome';
import type { Session } from '../gateway/session';
import type { Look } from './look-until';
import { holdMeeting } from './meeting';
import { noticePhoto } from './notice-photo';
import { latestSitting, openSitting, sittingFields, type Sitting } from './open-sitting';

const postNotice = `mutation ($input: PostNoticeInput!) {
  answer: postNotice(input: $input) { ${refusalFields} ... on Sitting { ${sittingFields} } }
}`;

export const groupSecretaryOperations = { postNotice };

/** 村民小组 secretary: holds the group's review and hangs out the notice. */
export class GroupSecretary {
  constructor(
    private readonly session: Session,
    private readonly groupCode: string,
    private readonly seed: string,
  ) {}

  /** Waits for the households to be laid before the meeting, and holds it as the seed has it. */
  async review(look: Omit<Look, 'what'>): Promise<Sitting> {
    const sitting = await openSitting(this.session, 'group', this.groupCode, look);
    if (sitting.state !== 'open') return sitting;
    const isDoubted = (number: string) => sitting.round === 1 && isDoubtedByGroup(this.seed, number);
    return this.meet(sitting, isDoubted, look);
  }

  /** Waits for the households to be laid before the meeting, and holds it in one sitting; everybody is confirmed. */
  async confirmAll(look: Omit<Look, 'what'>): Promise<Sitting> {
    const sitting = await openSitting(this.session, 'group', this.groupCode, look);
    return sitting.state === 'open' ? this.hold(sitting) : sitting;
  }

  /** The group's present sitting, if there is one that still wants something. */
  async waiting(): Promise<Sitting | undefined> {
    const sitting = await latestSitting(this.session, 'group', this.groupCode);
    return sitting && sitting.state !== 'closed' && !sitting.publicity?.postedAt ? sitting : undefined;
  }

  /** Holds the meeting in one sitting; everybody is confirmed. */
  hold(sitting: Sitting): Promise<Sitting> {
    return this.meet(sitting, () => false);
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

  private meet({ id }: Sitting, isDoubted: (number: string) => boolean, look?: Omit<Look, 'what'>): Promise<Sitting> {
    const { seed } = this;
    return holdMeeting(this.session, id, { kind: 'group', seed, place: '村民小组会场', isDoubted, look });
  }
}
