"""A desktop portal that opens no window: it answers as a file tells it, and can be killed like the real one.

The file holds a path or an address to choose, or `cancel`, or `never`: then it answers once there is a file `.answer`,
with what that holds. Each time it is asked it adds a line to the file `.asked`.
"""

import sys
from pathlib import Path

from gi.repository import Gio, GLib

WANTED = Path(sys.argv[1])
LATE = Path(f"{WANTED}.answer")
NODE = Gio.DBusNodeInfo.new_for_xml("""
<node>
  <interface name='org.freedesktop.portal.FileChooser'>
    <method name='SaveFile'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
      <arg type='o' direction='out'/>
    </method>
  </interface>
</node>""")


def address(wanted):
    return wanted if ":" in wanted.split("/")[0] else GLib.filename_to_uri(wanted)


def asked(bus, sender, path, interface, method, parameters, invocation):
    options = parameters.unpack()[2]
    handle = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    wanted = WANTED.read_text()
    with open(f"{WANTED}.asked", "a", encoding="utf-8") as log:
        log.write(f"{options.get('current_name')}\n")

    def answer(wanted):
        code, results = 1, {}
        if wanted != "cancel":
            code, results = 0, {"uris": GLib.Variant("as", [address(wanted)])}
        bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                        GLib.Variant("(ua{sv})", (code, results)))
        return False

    def answer_late():
        if not LATE.exists() or not LATE.read_text():
            return True
        late = LATE.read_text()
        LATE.unlink()
        return answer(late)

    if wanted == "never":
        GLib.timeout_add(100, answer_late)
    else:
        # As long as a hand needs.
        GLib.timeout_add(500, answer, wanted)


connection = Gio.bus_get_sync(Gio.BusType.SESSION)
connection.register_object("/org/freedesktop/portal/desktop", NODE.interfaces[0], asked, None, None)
Gio.bus_own_name_on_connection(connection, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
                               lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
