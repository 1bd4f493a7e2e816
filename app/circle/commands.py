"""What a person in the circle may ask. These are wire types: a browser sends their fields as they stand here.

A command that depends on where the meeting is carries `seen`, the index of the step the person was looking at;
if the circle has moved on since, it is refused as stale (P2). `seat` is the number of the person meant.

Each command is one class in the file of its subject, with its rules beside its fields (`command_bases`). All of them
can be had from here.
"""

from typing import get_args

from app.circle.commands_case import *
from app.circle.commands_door import *
from app.circle.commands_end import *
from app.circle.commands_leaders import *
from app.circle.commands_news import *
from app.circle.commands_places import *
from app.circle.commands_presenter import *
from app.circle.commands_speaking import *
from app.circle.commands_steps import *
from app.circle.commands_time import *

Command = (
    StepCommand
    | TimeCommand
    | CaseCommand
    | SpeakingCommand
    | NewsCommand
    | PlaceCommand
    | LeadersCommand
    | PresenterCommand
    | DoorCommand
    | EndCommand
)

COMMANDS: tuple[type[Command], ...] = get_args(Command)
"""Every kind of command."""
