//! Shell commands inside RUN and its kin: a small model over brush-parser.
