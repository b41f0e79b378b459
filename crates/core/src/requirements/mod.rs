//! pip's requirements.txt.
