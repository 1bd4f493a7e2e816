import type { GroupReason } from '../../../protocol';

/** Why a group says no. What is kept is as it was. */
export const refused = {
  refused: {
    not_yours:
      'This is for the group’s facilitators, or for somebody else of it. Nothing was changed.',
    stale:
      'Another facilitator has changed this meanwhile. Nothing of yours was kept yet: look at what has changed, and send it again if it still fits.',
    no_such_person: 'This person is not in the group. Nothing was changed.',
    no_such_meeting: 'The group has no such meeting. Nothing was changed.',
    no_name: 'A name has 1 to 40 characters that can be seen, a group’s name up to 80.',
    name_taken: 'Somebody in this group has this name already. Add a letter, or the family name.',
    full: 'A meeting has 16 seats at most, and they are all taken.',
    out_of_bounds: 'A number or a text of this is outside its bounds. Nothing was changed.',
    no_plan: 'These steps are no plan of a meeting. Nothing was changed.',
    no_such_zone:
      'This server does not know this time zone. Name it as the IANA does: Europe/Berlin.',
    which_time:
      'Say what is to stay when the time zone changes: the time on the clock, or the moment.',
    no_such_time: 'A time has hours and minutes, and no time zone of its own. Nothing was changed.',
    in_the_past: 'This date is in the past. Nothing was changed.',
    too_far: 'This date is more than six years away. Nothing was changed.',
    too_many_dates:
      'A group has at most 60 dates to come, and 400 in all, with those that are over or cancelled. Nothing was changed.',
    two_at_once: 'Two meetings of the group would be at the same time. Nothing was changed.',
    over: 'This meeting has begun, is over, or is cancelled, so this cannot be changed any more.',
    not_held: 'This meeting has not been held, so there is nothing to confirm or to correct.',
    not_led:
      'The supervision of a meeting is noted by those who facilitated or observed it then. Nothing was changed.',
    too_late: 'This can be done within 14 days of the meeting, and they are over.',
    too_soon: 'This can be done only after the meeting.',
    already_so: 'It is so already.',
    not_accepted: 'What the group agrees on is new to you: read and accept it first.',
    not_consented: 'This takes everybody’s consent, and not all have given it.',
    agree_first:
      'A guest comes to this meeting, and you have not agreed to them yet. Agree on the group’s page, then enter.',
    switched_off: 'This group has not switched this on.',
    last_leader:
      'A group needs one facilitator at least. Make somebody else one first. If nobody else is in the group, you can erase it.',
    two_leaders: 'Erasing a group takes two facilitators: one asks for it, another one agrees.',
    not_today: 'No meeting of this group can be entered now. It opens 30 minutes before its time.',
    no_seat: 'Today’s meeting was opened before you were added, so there is no seat for you in it.',
    other_key:
      'The meeting that is open now has another key than your link. Try again. If no facilitator is in it yet, theirs counts as soon as one comes. If it stays so, ask one to send you the group’s link again.',
    too_few:
      'A meeting takes a facilitator who leads and a member. Add people, or change who observes.',
    in_a_meeting: 'The group is in a meeting now. Do this when it is over. Nothing was changed.',
    no_mail: 'This server sends no mail. Nothing was changed.',
    no_address: 'This is no address that mail can be sent to: write it as name@example.org.',
    no_code:
      'No code is awaited from you any more: a code holds for a day and for five tries. Nothing was changed.',
    enough_codes:
      'A code holds for a day, and until then we send you no second one at the same address. After three codes we send you none until a day has passed without one. No address gets more than three a day. None was sent now. Ask again in 24 hours.',
  } satisfies Record<GroupReason, string>,
};
