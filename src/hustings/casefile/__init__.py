"""Where a campaign's answers are kept: one SQLite file per campaign.

Backing up, handing over and purging are file operations. An answer that was acknowledged survives a kill and a power
cut; a file that is damaged, of another program or of a newer Hustings is refused with a message and left unchanged.
"""

from hustings.casefile.case import CaseFile, create, open_case
from hustings.casefile.case_log import CaseLog
from hustings.casefile.tables.event_rows import Assessment
from hustings.casefile.workshop_journal import CaseJournal

__all__ = ["Assessment", "CaseFile", "CaseJournal", "CaseLog", "create", "open_case"]
