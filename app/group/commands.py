"""Every command of a group. The wire carries them as they are."""

from typing import get_args

from app.group.commands_attendance import AttendanceCommand
from app.group.commands_cards import CardCommand
from app.group.commands_coming import ComingCommand
from app.group.commands_dates import DateCommand
from app.group.commands_erasure import ErasureCommand
from app.group.commands_frame import FrameCommand
from app.group.commands_links import LinkCommand
from app.group.commands_log import LogCommand
from app.group.commands_mail import MailCommand
from app.group.commands_people import PeopleCommand
from app.group.commands_turns import TurnCommand

GroupCommand = (
    FrameCommand
    | DateCommand
    | ComingCommand
    | PeopleCommand
    | LinkCommand
    | AttendanceCommand
    | LogCommand
    | TurnCommand
    | CardCommand
    | MailCommand
    | ErasureCommand
)
GROUP_COMMANDS = get_args(GroupCommand)
