"""A real browser that leaves the handshake to the server, as an answer may (RFC 8842)."""

from playwright.sync_api import Browser

from tests.e2e.page import PersonsPage
from tests.support.process import ServerProcess

WAITS = """
const { setLocalDescription } = RTCPeerConnection.prototype
RTCPeerConnection.prototype.setLocalDescription = async function () {
  window.waiting = this
  const { type, sdp } = await this.createAnswer()
  await setLocalDescription.call(this, { type, sdp: sdp.replaceAll("a=setup:active", "a=setup:passive") })
}
"""
ROLE = """async () => {
  const found = [...(await window.waiting.getStats()).values()].find(({ type }) => type === "transport")
  return [found.dtlsRole, found.dtlsState, found.tlsVersion]
}"""


def test_a_browser_that_waits_for_the_server_connects(browser: Browser, server: ServerProcess) -> None:
    person = PersonsPage(browser, server.url, server.open_circle()[0], 1)
    person.page.add_init_script(WAITS)
    person.join("Frida")
    assert person.page.evaluate(ROLE) == ["server", "connected", "FEFD"]
