from pathlib import Path

c = get_config()  # noqa: F821, Jupyter defines it
c.IdentityProvider.token = Path("/run/secrets/token").read_text().strip()
c.ServerApp.ip = "0.0.0.0"
c.ServerApp.open_browser = False
