"""Which state shows what the page can say or ask: so that nothing is said that axe and the pictures never see.

Whoever adds something of these kinds is told by `test_shown_by.py` that it has no state yet.
"""

SAYINGS = {
    "alone": "debrief-alone",
    "back": "line-coming-back",
    "blocked": "sound-blocked",
    "busy": "microphone-busy",
    "closed": "microphone-closed",
    "denied": "microphone-denied",
    "ended": "microphone-ended",
    "heard": "microphone-speaking",
    "heard_in_debrief": "debrief-facilitator",
    "impossible": "sound-impossible",
    "insecure": "microphone-insecure",
    "joining": "sound-connecting",
    "moving": "line-moving",
    "none": "microphone-none",
    "observing": "reflection-observer",
    "opens_with_floor": "presentation-member",
    "outside": "fishbowl-outer",
    "reconnecting": "line-away",
    "silenced": "microphone-silenced",
    "silent": "microphone-no-sound",
    "sitting_back": "reflection-presenter",
    "stays_closed": "microphone-stays-closed",
    "switched_off": "microphone-muted",
    "unheard": "microphone-unheard",
    "unsent": "microphone-unsent",
    "waiting": "microphone-waiting",
    "withheld": "microphone-withheld",
}
"""What the control of one's own microphone says (`lib/microphone/signs.ts`), as `data-says`."""

SAID_IN = {state: saying for saying, state in SAYINGS.items()}
"""What it says in each state that is there to show it."""

PASSING = {"away", "opening", "unconnected"}
"""What it says only for a moment: a loss is not shown yet, or the browser has not said whether it asks."""

NOTICES = {
    "line_lost": "line-away",
    "sealed_anew": "voices-unopened",
    "stale": "notice-stale",
    "unanswered": "line-coming-back",
}
"""What is told of something that was not done (`lib/notices.svelte.ts`). The server's other reasons look as `stale`."""

TOLD_IN = {state: notice for notice, state in NOTICES.items()}
"""What is told in each of these states."""

BANNERS = {
    "Beside": ("unloaded-facilitator",),
    "HearingNotice": ("output-gone", "output-missing", "playing-blocked"),
    "OtherDevice": ("other-device-member",),
    "UnopenedVoices": ("voices-unopened",),
}
"""The components that say something at once, above the circle, and do in these states."""

WITH_A_BANNER = {state for states in BANNERS.values() for state in states}
"""All of these states."""

DIALOGS = {
    "CircleName": ("circle-name", "circle-name-not-sealed"),
    "CopyButton": ("links-not-copied",),
    "EndInvitation": ("end-invitation",),
    "EndsCase": ("skip-ends-case",),
    "Keys": ("keys",),
    "Leaving": ("leaving-asked",),
    "Links": ("links-forgetting",),
    "SoundDialog": ("sound-dialog", "sound-dialog-relayed"),
    "group/ErasureAnswer": ("group-erase",),
    "group/FrameSetting": ("group-fewer-months",),
    "group/GuestChange": ("group-withdraw-guest",),
    "group/LeadDate": ("group-cancel-date",),
    "group/Myself": ("group-leaving",),
    "group/PersonChange": ("group-renew-link", "group-renew-own-link", "group-remove-person"),
    "group/RenewKey": ("group-renew-key",),
    "group/StaleDialog": ("group-stale",),
    "group/Unkept": ("group-unkept",),
    "leading/End": ("end-meeting",),
    "leading/PresenterMatter": ("end-case",),
}
"""The components that open a dialog, and what is open in these states."""

WITH_A_DIALOG = {state for states in DIALOGS.values() for state in states}
"""All of these states."""
