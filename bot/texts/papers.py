"""Links to what the bot's operator has published: privacy policy, health data notice, terms."""

from dataclasses import dataclass

from bot.texts.i18n import N_, _, language

GAP = "{language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Web addresses of the operator's documents, and who that is; "" for what is not set.

    An address may have a gap for the reader's language: ``https://.../privacy.{language}.md``.
    """

    privacy_url: str = ""
    health_url: str = ""
    terms_url: str = ""
    operator: str = ""
    contact: str = ""

    def links(self) -> str:
        """Return links to what is published, one line; "" without any."""
        published = (
            (N_("Privacy"), self.privacy_url),
            (N_("Health data"), self.health_url),
            (N_("Terms"), self.terms_url),
        )
        return " · ".join(f"[{_(name)}]({_address(url)})" for name, url in published if url)

    def below(self, small: str) -> str:
        """Return small print with the links in a line below it."""
        links = self.links()
        return f"{small}\n{links}" if links else small

    def run_by(self) -> str:
        """Say who runs the bot and where to write, or that no privacy policy is published."""
        if not self.privacy_url:
            return _("No privacy policy is published. What I keep of you: `/mydata show`.")
        if self.operator and self.contact:
            return _("Run by {operator}; write to {contact}.").format(
                operator=self.operator, contact=self.contact
            )
        return ""


def _address(url: str) -> str:
    """Return an address of the reader's language: ``de``, ``pt_BR``; ``en`` for English."""
    return url.replace(GAP, language().code)


UNPUBLISHED = Papers()
