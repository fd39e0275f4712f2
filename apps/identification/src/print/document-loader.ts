import type { PrintedDocument } from '@jingzhun/print';
import { dateOf, meetingOf, tallyOf, type Form, type HouseholdCard, type Terms } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { memberNames } from '../household/member-names';
import { HouseholdCardRepository } from '../household-card/household-card.repository';
import { factOf } from '../meeting/meeting-fact.entity';
import { MeetingRepository } from '../meeting/meeting.repository';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { wordsOf } from '../veto/veto.rules';
import { commitmentClauses, commitmentPaper, type CommitmentView } from './commitment.paper';
import { householdCardPaper } from './household-card.paper';
import { blankHouseholdCard, cardLayoutOf, householdCardView, printedContent } from './household-card.view';
import { minutesPaper } from './minutes.paper';
import { minutesView } from './minutes.view';
import { noticePaper } from './notice.paper';
import { noticeView } from './notice.view';
import { noticeStage, type WantedDocument } from './print.rules';
import { PrintQueries, type PrintedHousehold } from './print.queries';
import type { AreaNames, Printing } from './printing';
import { scoreSheetPaper } from './score-sheet.paper';
import { blankScoreSheet, scoreSheetView } from './score-sheet.view';
import { unsigned } from './signer';

/** A document whose content is known and which only lacks its number. */
export interface LoadedDocument {
  areaCode: string;
  paper(printing: Printing): PrintedDocument;
}

/** Reads what a document shows, within the area of the transaction. */
@Injectable()
export class DocumentLoader {
  constructor(
    @Inject(PrintQueries) private readonly queries: PrintQueries,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(HouseholdCardRepository) private readonly cards: HouseholdCardRepository,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
  ) {}

  /**
   * A case is printed by the profile it runs by; what is blank by `current`, which new cases begin with.
   * @throws NotFound when its subject does not exist in the caller's area, or is not so far
   */
  load(tx: EntityManager, current: Terms, { kind, id, paper }: WantedDocument): Promise<LoadedDocument> {
    switch (kind) {
      case 'score-sheet':
        return this.scoreSheet(tx, id);
      case 'notice':
        return this.notice(tx, id, paper);
      case 'minutes':
        return this.minutes(tx, id);
      case 'commitment':
        return this.commitment(tx, id);
      case 'household-card':
        return this.householdCard(tx, id);
      case 'blank-score-sheet':
        return this.blank(
          tx,
          id,
          (areas) => (printing) => scoreSheetPaper(blankScoreSheet(formOf(current), areas), printing),
        );
      case 'blank-commitment':
        return this.blank(tx, id, (areas) => (printing) => commitmentPaper(commitmentFor(areas, null), printing));
      case 'blank-household-card':
        return this.blank(tx, id, (areas) => (printing) => {
          const year = Number(printing.on.slice(0, 4));
          return householdCardPaper(blankHouseholdCard(cardLayoutOf(cardOf(current)), areas, year), printing);
        });
    }
  }

  private async scoreSheet(tx: EntityManager, id: string): Promise<LoadedDocument> {
    const household = await this.household(tx, id);
    const sheet = await this.queries.sheet(tx, id);
    if (!sheet || household.profileId === null) throw new NotFound('The household has no score sheet yet.', 'id');
    const { areaCode } = household;
    const profile = await this.profiles.of(household.profileId);
    const areas = await this.areas(tx, areaCode);
    const assessedOn = dateOf(profile.calendar, sheet.recordedAt);
    const view = scoreSheetView({ areas, household, assessedOn, sheet, profile, form: formOf(profile) });
    return { areaCode, paper: (printing) => scoreSheetPaper(view, printing) };
  }

  private async notice(tx: EntityManager, id: string, paper: WantedDocument['paper']): Promise<LoadedDocument> {
    const sitting = await this.queries.sitting(tx, id);
    const profile = sitting && (await this.profiles.of(sitting.profileId));
    const stage = profile && noticeStage(profile, sitting);
    if (!stage) throw new NotFound('There is no such meeting with a notice in your area.', 'id');
    const { areaCode, state, heldOn, postedAt, closesAt, objectionCode } = sitting;
    const laid = await this.queries.laid(tx, id);
    const day = (moment: Date | null): string | null => moment && dateOf(profile.calendar, moment);
    const view = noticeView({
      areas: await this.areas(tx, areaCode),
      reviewedOn: heldOn,
      postedOn: day(postedAt),
      closesOn: day(closesAt),
      stage,
      form: formOf(profile),
      households: laid.flatMap(({ number, head, points, total, verdict, left, vetoes }) =>
        verdict !== 'returned' && !left && points && total !== null
          ? [{ number, head, points, total, vetoes: wordsOf(profile, vetoes) }]
          : [],
      ),
      objection: { phone: null, code: objectionCode, url: null },
      provisional: state === 'open' ? '未经评议' : null,
    });
    return { areaCode, paper: (printing) => noticePaper(view, printing, paper) };
  }

  private async minutes(tx: EntityManager, id: string): Promise<LoadedDocument> {
    const sitting = await this.queries.sitting(tx, id);
    if (!sitting) throw new NotFound('There is no such meeting in your area.', 'id');
    const { areaCode } = sitting;
    const areas = await this.areas(tx, areaCode);
    const meeting = meetingOf((await this.meetings.facts(tx, id)).map(factOf));
    const terms = (await this.profiles.of(sitting.profileId)).meetings[sitting.kind];
    if (!terms) throw new NotFound('No meeting is held there.', 'id');
    const persons = meeting.sittings.flatMap(({ attendance, signatures }) => [
      ...attendance,
      ...signatures.map(({ personId }) => personId),
    ]);
    const view = minutesView({
      areas,
      sitting,
      recorded: { meeting, tally: tallyOf(meeting, terms), names: await memberNames(tx, persons) },
      // One that left before the meeting spoke is none of its business.
      households: (await this.queries.laid(tx, id)).filter(({ left, verdict }) => !left || verdict !== null),
    });
    return { areaCode, paper: (printing) => minutesPaper(view, printing) };
  }

  private async commitment(tx: EntityManager, id: string): Promise<LoadedDocument> {
    const household = await this.household(tx, id);
    const view = commitmentFor(await this.areas(tx, household.areaCode), household);
    return { areaCode: household.areaCode, paper: (printing) => commitmentPaper(view, printing) };
  }

  private async householdCard(tx: EntityManager, id: string): Promise<LoadedDocument> {
    const household = await this.household(tx, id);
    const saved = await this.cards.newest(tx, id);
    if (!saved) throw new NotFound('The household has no card yet.', 'id');
    const card = cardOf(await this.profiles.of(saved.profileId));
    const { number, head, address, areaCode } = household;
    const view = householdCardView(cardLayoutOf(card), {
      areas: await this.areas(tx, areaCode),
      year: Number(card.standardDate.slice(0, 4)),
      household: { number, head, address },
      ...printedContent(card, saved.filled),
      provisional: saved.missing.length > 0 ? '未填写完整' : null,
    });
    return { areaCode, paper: (printing) => householdCardPaper(view, printing) };
  }

  private async blank(
    tx: EntityManager,
    areaCode: string,
    paperFor: (areas: AreaNames) => LoadedDocument['paper'],
  ): Promise<LoadedDocument> {
    return { areaCode, paper: paperFor(await this.areas(tx, areaCode)) };
  }

  private async household(tx: EntityManager, id: string): Promise<PrintedHousehold> {
    const household = await this.queries.household(tx, id);
    if (!household) throw new NotFound('There is no such household in your area.', 'id');
    return household;
  }

  private async areas(tx: EntityManager, code: string): Promise<AreaNames> {
    const areas = await this.queries.areaNames(tx, code);
    if (!areas) throw new NotFound('There is no such area in your area.', 'id');
    return areas;
  }
}

/** @throws NotFound where households are not scored */
function formOf({ form }: Terms): Form {
  if (!form) throw new NotFound('Households of this campaign are not scored.', 'id');
  return form;
}

/** @throws NotFound where no cards are filled */
function cardOf({ card }: Terms): HouseholdCard {
  if (!card) throw new NotFound('The campaign fills no household cards.', 'id');
  return card;
}

function commitmentFor(areas: AreaNames, household: { number: string; head: string } | null): CommitmentView {
  const signers = unsigned('承诺人（户主）', '见证人（工作队员）');
  return {
    areas,
    household: household && { number: household.number, head: household.head },
    clauses: commitmentClauses,
    signers,
  };
}
