"""What gunicorn serves: ``gunicorn -c python:service.gunicorn_conf service.wsgi:app``."""

from __future__ import annotations

import gc

from service import create_app

gc.disable()  # what is made at start stays: to look for garbage among it again and again takes a quarter of the time
app = create_app()
gc.enable()
