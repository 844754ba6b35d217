"""The workbench's server: FastAPI over `study/`, on this machine only.

How a route is added
--------------------
1. What it does is a call of `study/` (one call, one change); a rule that is missing there is written there.
2. `schemas/NOUN.py`: `Given` for what comes in (strict), `Shown` for what goes out, with `of(record)` or
   `model_validate(record)`. Records that people edit carry `k` and `rev`.
3. `routes/NOUN.py`: an `APIRouter(prefix="/studies/{study}/NOUNS", tags=["NOUN"])`; each route a plain `def` of ten
   lines with an explicit `operation_id`. From `asking.py` it takes

   - `TheStudy` for reading: the open study that the path names, now or (`?at=NUMBER`) right after a change;
   - `AWrite` for writing: `write.do(lambda: write.study.NOUN.verb(...))` carries the call out once, under the client's
     `Idempotency-Key`, and answers `Written`: the change, its number, the records that it made. The answer is read from
     the history alone, so the second of two equal requests gets the same one, also after a restart. Do not build the
     answer from what the call returned; where a route has to say more, it reads the study after `write.done(...)`.
   - `IfMatch` besides, for edits: `write.do(..., expected=Expected(Record, (k,), rev), current=lambda: SHOWN)` compares
     the revision inside the change's own transaction and answers 412 with the current record otherwise;
   - `Part` for long lists: `?after=CURSOR&limit=N`; answer `Page[...]`, cursor first in the order of the list.

4. The module is found by itself (`app.routers`). Run `python scripts/make_openapi.py`.
5. Errors need nothing: any `TrellisError` becomes problem+json by the table in `errors.py`.
6. Work that may take more than a second is a job: the route answers 202 with `shown(write.held, jobs.start(study,
   "what", write.request, deed))`, `TheJobs` given; `deed(progress)` makes one call of `study/`, gives its report or a
   `Download` for a file. The page hears of it over `/api/events` and gets the report from a route beside (`imports.py`
   shows both). Files that come in are uploads (`TheUploads`); nothing of them is written anywhere in plain.
7. Tests go to `tests/web/routes/test_NOUN.py`, with the fixtures `client` (signed in; marks its writes) and `roles`.
"""
