from __future__ import annotations

import pytest

from trellis.store.places import ground_of


@pytest.mark.parametrize("folder", ["OneDrive - University", "Dropbox", "iCloud Drive", "Google Drive", "Nextcloud"])
def test_a_synchronised_folder_is_named(tmp_path, folder):
    ground = ground_of(tmp_path / folder / "studies" / "one.trellis")

    assert not ground.local
    assert folder in ground.why


def test_a_plain_folder_is_local(tmp_path):
    assert ground_of(tmp_path / "Documents" / "one.trellis").local
