import { freshId, type House } from './house';

/** Where to look in a crisis in which everything happened once. */
export interface Story {
  readonly crisis: string;
  readonly blocked: string;
  readonly open: string;
  readonly decided: string;
  readonly topic: string;
}

/** Plays a small crisis in which there is something of everything: work in every state, decisions, talk, a handover. */
export async function story(house: House): Promise<Story> {
  const crisis = await house.crisis('Poisoned update in our builds');
  const ask = house.give.bind(house);
  const disks = await house.task(crisis, 'Keep the disks of the build runners', 'jun', { risk: 'critical', evidenceRequired: true });
  await ask('jun', crisis, 'tasks.accept', { task: disks });
  await ask('jun', crisis, 'tasks.start', { task: disks });
  const rotate = await house.task(crisis, 'Rotate the signing keys', 'kim', {
    risk: 'critical',
    dependsOn: [disks],
    due: new Date(Date.now() + 3 * 3_600_000).toISOString(),
  });
  await ask('kim', crisis, 'tasks.accept', { task: rotate });
  const list = await house.task(crisis, 'List every image built since Monday', 'ines', { risk: 'high' });
  await ask('ines', crisis, 'tasks.accept', { task: list });
  await ask('ines', crisis, 'tasks.start', { task: list });
  const decided = await house.decision(crisis, 'service-stop', 'Do we freeze every build?');
  await ask('cleo', crisis, 'decisions.approve', {
    decision: decided,
    wording: 1,
    option: 'now',
    reason: 'A poisoned build costs more than a day without builds.',
    unheard: 'Both were asleep.',
  });
  const open = await house.decision(crisis, 'outward-statement', 'Do we tell customers now, with what we know?');
  await ask('hugo', crisis, 'decisions.consult-answer', { decision: open, text: 'They ask already. Tell them what to rotate.' });
  await ask('ben', crisis, 'decisions.object', { decision: open, reason: 'We do not know yet which keys left.' });
  await ask('ines', crisis, 'tasks.block', {
    task: list,
    cause: 'decision',
    thing: { feature: 'decisions', id: open },
    note: 'The list goes into the statement.',
  });
  const draft = await house.task(crisis, 'Draft the words for customers', 'gita', {
    risk: 'medium',
    forDecision: { feature: 'decisions', id: open },
  });
  await ask('gita', crisis, 'tasks.accept', { task: draft });
  await house.task(crisis, 'Warn the works council', 'finn', { risk: 'low' });
  const board = await house.task(crisis, 'Brief the board', 'dan', { risk: 'medium', verifier: house.id('eva') });
  await ask('dan', crisis, 'tasks.accept', { task: board });
  await ask('dan', crisis, 'tasks.start', { task: board });
  await ask('dan', crisis, 'tasks.complete', { task: board, note: 'By phone, 14 minutes.', evidence: [] });
  const mirror = await house.task(crisis, 'Check the package mirror', 'ada', { risk: 'high' });
  await ask('ada', crisis, 'tasks.start', { task: mirror });
  await ask('ada', crisis, 'tasks.complete', { task: mirror, note: 'Clean since 09:00.', evidence: [] });
  const topic = freshId();
  await ask('ada', crisis, 'channels.open-topic', { topic, title: 'Which runners resolved it?' });
  const say = (as: Parameters<House['give']>[0], text: string, mentions: readonly string[] = []) =>
    ask(as, crisis, 'channels.post', { topic, text, mentions });
  await say('jun', 'Two runners took **1.82.8** at 12:41 UTC. Disks are kept:\n\n* build-07\n* build-11');
  await say('ines', 'The image of `gateway` was built on build-07, and *not* deployed.');
  await say('ada', 'Thank you. @jun please hash both disks before anybody mounts them.', [house.id('jun')]);
  await ask('ada', crisis, 'crises.answer-questions', {
    whatHappened: 'A library of our gateway was published with code that steals secrets; two runners took it.',
    howItAffectsUs: 'Builds are frozen. Services run as before.',
    whatWeKnow: 'Two runners, one image that was not deployed. We do not know what left them.',
    whatWeDo: 'Keep the disks, list the images, rotate the keys, prepare the words for customers.',
  });
  await ask('ada', crisis, 'crises.move-phase', { phase: 'containing', reason: 'We know what it is.' });
  await ask('ada', crisis, 'crises.promise-update', {
    at: new Date(Date.now() + 40 * 60_000).toISOString(),
    audience: 'Everybody in the room and the board',
  });
  await ask('ada', crisis, 'crises.give-update', { text: 'Two runners are isolated. No customer is affected as far as we know.' });
  await ask('ben', crisis, 'crises.hand-over-seat', { role: 'ciso', to: house.id('kim'), note: 'Nine hours in. Disks are with Jun.' });
  return { crisis, blocked: list, open, decided, topic };
}
