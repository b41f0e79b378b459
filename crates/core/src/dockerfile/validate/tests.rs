use crate::dockerfile::{parse, validate};

/// The text under each error that only validation finds.
fn errors(text: &str) -> Vec<&str> {
    let (tree, errors) = parse(text);
    assert_eq!(errors, [], "{text}");
    validate(&tree).iter().map(|error| error.span.of(text)).collect()
}

#[test]
fn errors_are_small() {
    for (line, place) in [
        ("ENV A=${A:1:2}", ":1"),
        ("ENV A=\"b", "\""),
        ("ENV a it's", "'"),
        ("LABEL a=${", "${"),
        ("ARG A=${}", "${}"),
        ("COPY \"a /c", "\""),
        ("WORKDIR ${A", "${"),
        ("USER a\"", "\""),
        ("COPY https://x/y /c", "https://x/y"),
        ("COPY git@github.com:a/b.git /c", "git@github.com:a/b.git"),
        ("COPY --from=$A b c", "$A"),
        ("COPY --chmod=999 a b", "999"),
        ("COPY --chmod=10000 a b", "10000"),
        ("ADD --checksum=sha256:0 a b", "--checksum=sha256:0"),
        ("STOPSIGNAL SIGFOO", "SIGFOO"),
        ("EXPOSE abc", "abc"),
        ("EXPOSE 80/tpc", "tpc"),
        ("EXPOSE 80,443", "80,443"),
        ("EXPOSE 90-80", "90-80"),
        ("RUN --mount=typ=cache x", "typ"),
        ("RUN --mount=type=cahce,target=/a x", "cahce"),
        ("RUN --mount=target x", "target"),
        ("RUN --mount=target=/a,from=$b x", "$b"),
        ("RUN --mount=target=/ x", "/"),
        ("RUN --mount=type=cache,target=/a,sharing=one x", "one"),
        ("RUN --mount=target=/a,sharing=locked x", "sharing=locked"),
        ("RUN --mount=target=/a,uid=1 x", "uid=1"),
        ("RUN --mount=required,type=secret,id=a x", "required"),
        ("RUN --mount=type=secret,id=a,required=yes x", "yes"),
        ("RUN --mount=type=secret x", "type=secret"),
        ("RUN --mount=type=secret,id=a,src=b x", "src=b"),
        ("RUN --mount=type=cache,target=/a,uid=me x", "me"),
        ("RUN --mount=type=cache,target=/a,mode=0999 x", "0999"),
        ("RUN --mount=type=cache,size=1m,target=/a x", "size=1m"),
        ("RUN --mount=type=cache,target=${a x", "${"),
    ] {
        let text = format!("FROM a\n{line}\n");
        assert_eq!(errors(&text), [place], "{line}");
    }
    for (text, place) in [
        ("FROM --platform=linus a", "linus"),
        ("FROM ${a", "${"),
        ("ARG A=\"\nFROM a", "\""),
        ("FROM a\nCOPY <<EOF /b\n${a^^}\nEOF", "^"),
    ] {
        assert_eq!(errors(text), [place], "{text}");
    }
}

#[test]
fn what_buildkit_accepts_is_no_error() {
    for line in [
        "ENV A=${B:-c} D='$' E=\"it's\" F=\\\"",
        "LABEL a=\"b ${c} d\"",
        "COPY [\"a b\", \"/c\"]",
        "COPY ./git@x:y /c",
        "ADD https://x/y.git /c",
        "ADD --checksum=sha256:0 https://x/y /c",
        "ADD --checksum=$A $B /c",
        "COPY --chmod=u+x,go-w a b",
        "COPY --chmod=0755 --chown=$A a b",
        "COPY --chmod=$A a b",
        "STOPSIGNAL 9",
        "STOPSIGNAL sigterm",
        "STOPSIGNAL RTMIN+3",
        "STOPSIGNAL $A",
        "EXPOSE 80 81/udp 90-100/TCP 127.0.0.1:80:80 $A 70000 \"82\"",
        "RUN --mount=type=cache,dst=/a,sharing=LOCKED,ro,uid=0,mode=0755,id=x x",
        "RUN --mount=type=$A,target=$B,uid=$C,required x",
        "RUN --mount=type=secret,id=a,required,env=A x",
        "RUN --mount=type=ssh x",
        "RUN --mount=type=tmpfs,target=/a,size=64m x",
        "RUN --mount=target=/a,source=b,from=c,rw=true x",
        "RUN echo ${a^^} \"",
        "CMD echo \"",
        "ONBUILD COPY https://x/y /c",
        "COPY <<'EOF' /b\n${a^^}\nEOF",
        "COPY <<EOF /b\nit's \"$a\nEOF",
        "RUN <<EOF\n${a^^}\nEOF",
        "HEALTHCHECK CMD echo \"",
        "MAINTAINER it's",
    ] {
        let text = format!("FROM --platform=windows/amd64 a.b:5000/c:d@sha256:{}\n{line}\n", "0".repeat(64));
        assert_eq!(errors(&text), [""; 0], "{line}");
    }
    for text in ["FROM --platform=$BUILDPLATFORM $A", "FROM scratch", "FROM \"a\"", "FROM --platform=arm64 a"]
    {
        assert_eq!(errors(text), [""; 0], "{text}");
    }
}
