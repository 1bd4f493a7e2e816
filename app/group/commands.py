"""Every command of a group. The wire carries them as they are."""

from typing import get_args

from app.group.commands_attendance import AttendanceCommand
from app.group.commands_cards import CardCommand
from app.group.commands_dates import DateCommand
from app.group.commands_erasure import ErasureCommand
from app.group.commands_frame import FrameCommand
from app.group.commands_mail import MailCommand
from app.group.commands_people import PeopleCommand

GroupCommand = (
    FrameCommand | DateCommand | PeopleCommand | AttendanceCommand | CardCommand | MailCommand | ErasureCommand
)
GROUP_COMMANDS = get_args(GroupCommand)
