/// The Python side of ``HuggingFaceTokenizer``: reads a checkpoint's tokenizer files with the
/// `tokenizers` package and renders its chat template with `jinja2`, as `transformers` does, but
/// without importing `transformers`, which takes seconds.
enum CheckpointTokenizerModule {
    static let source = #"""
        import json
        import os

        from tokenizers import AddedToken, Tokenizer

        NAMED = (
            "bos_token", "eos_token", "unk_token", "sep_token",
            "pad_token", "cls_token", "mask_token",
        )


        def read_json(directory, name):
            path = os.path.join(directory, name)
            if not os.path.isfile(path):
                return None
            with open(path, encoding="utf-8") as file:
                try:
                    return json.load(file)
                except ValueError as error:
                    raise ValueError(f"{name} is not valid JSON: {error}") from None


        def added_token(fields, **changes):
            known = ("content", "single_word", "lstrip", "rstrip", "normalized", "special")
            kept = {name: fields[name] for name in known if name in fields}
            kept.update(changes)
            return AddedToken(**kept)


        def as_token(value):
            return added_token(value) if isinstance(value, dict) else value


        class CheckpointTokenizer:
            def __init__(self, directory):
                config = read_json(directory, "tokenizer_config.json") or {}
                self.backend = Tokenizer.from_file(os.path.join(directory, "tokenizer.json"))
                self.backend.no_truncation()
                self.backend.no_padding()
                self.backend.encode_special_tokens = bool(config.get("split_special_tokens", False))
                declared = self.read_special_tokens(directory, config)
                self.add_tokens(declared)
                self.special_tokens = {
                    name: str(self.named[name]) for name in NAMED if self.named.get(name)
                }
                self.templates = self.read_templates(directory, config)
                self.compiled = {}
                self.added = {
                    id: str(token) for id, token in self.backend.get_added_tokens_decoder().items()
                }

            def read_special_tokens(self, directory, config):
                declared = {}
                if "added_tokens_decoder" in config:
                    declared = {
                        int(id): added_token(token)
                        for id, token in config["added_tokens_decoder"].items()
                    }
                else:
                    for key, value in (read_json(directory, "special_tokens_map.json") or {}).items():
                        if key == "extra_special_tokens" and isinstance(value, list):
                            value = list(config.get(key) or []) + value
                        elif isinstance(value, dict) and key in NAMED:
                            value = added_token(value, special=True)
                        config[key] = value
                by_text = {str(token): token for token in declared.values()}
                self.named = {}
                for name in NAMED:
                    value = as_token(config.get(name))
                    if value is not None:
                        self.named[name] = by_text.get(str(value), value)
                extra = config.get("extra_special_tokens")
                if not extra:
                    extra = config.get("additional_special_tokens")
                self.extra = [as_token(token) for token in extra] if isinstance(extra, list) else []
                return declared

            def add_tokens(self, declared):
                present = list(self.backend.get_added_tokens_decoder().values())
                known = {repr(token) for token in present}
                missing = [token for _, token in sorted(declared.items()) if repr(token) not in known]
                texts = {str(token) for token in present + missing}
                for token in list(self.named.values()) + self.extra:
                    if str(token) not in texts:
                        missing.append(token)
                        texts.add(str(token))
                named = {str(token) for token in self.named.values()}
                tokens = []
                for token in missing:
                    if isinstance(token, str):
                        token = AddedToken(token, special=True)
                    elif str(token) in named:
                        token.special = True
                    tokens.append(token)
                if tokens:
                    self.backend.add_tokens(tokens)

            def read_templates(self, directory, config):
                processors = ("processor_config.json", "preprocessor_config.json")
                if any(os.path.isfile(os.path.join(directory, name)) for name in processors):
                    of_processor = read_json(directory, "chat_template.json")
                    if of_processor is not None:
                        named = isinstance(of_processor, dict)
                        template = of_processor.get("chat_template") if named else None
                        if not isinstance(template, str):
                            raise ValueError("chat_template.json has no text named chat_template")
                        return {"default": template}
                templates = {}
                path = os.path.join(directory, "chat_template.jinja")
                if os.path.isfile(path):
                    with open(path, encoding="utf-8") as file:
                        templates["default"] = file.read()
                folder = os.path.join(directory, "additional_chat_templates")
                if os.path.isdir(folder):
                    for name in sorted(os.listdir(folder)):
                        if name.endswith(".jinja"):
                            with open(os.path.join(folder, name), encoding="utf-8") as file:
                                templates[name[: -len(".jinja")]] = file.read()
                if templates:
                    return templates
                template = config.get("chat_template")
                if isinstance(template, list):
                    return {entry["name"]: entry["template"] for entry in template}
                if isinstance(template, dict):
                    return template
                return {"default": template} if template is not None else {}

            def token_id(self, token):
                return self.backend.token_to_id(token)

            def encode(self, text, add_special_tokens):
                return self.backend.encode(text, add_special_tokens=add_special_tokens).ids

            def decode(self, tokens, skip_special_tokens):
                return self.backend.decode(tokens, skip_special_tokens=skip_special_tokens)

            def detokenizer(self):
                decoder = self.backend.decoder
                state = json.loads(decoder.__getstate__()) if decoder is not None else {}
                if state.get("type") == "ByteLevel":
                    return "bytes"
                steps = state.get("decoders", [])
                kinds = [step["type"] for step in steps]
                if kinds[:3] != ["Replace", "ByteFallback", "Fuse"]:
                    return "window"
                if steps[0]["pattern"] != {"String": "\u2581"} or steps[0]["content"] != " ":
                    return "window"
                if steps[3:] == []:
                    return "pieces"
                strip = {"type": "Strip", "content": " ", "start": 1, "stop": 0}
                return "trimmed pieces" if steps[3:] == [strip] else "window"

            def piece(self, token):
                piece = self.backend.id_to_token(token)
                return "" if piece is None else piece

            def default_template(self):
                return self.templates.get("default")

            def template(self, tools):
                if tools and "tool_use" in self.templates:
                    return self.templates["tool_use"]
                if "default" not in self.templates:
                    raise ValueError(
                        "none of the chat templates is the default one: "
                        + ", ".join(sorted(self.templates))
                    )
                return self.templates["default"]

            def render(self, messages, tools, add_generation_prompt, context):
                messages, tools, context = map(json.loads, (messages, tools, context))
                messages = [
                    {key: value for key, value in message.items() if value is not None}
                    for message in messages
                ]
                source = self.template(tools)
                if source not in self.compiled:
                    self.compiled[source] = compile_template(source)
                return self.compiled[source].render(
                    messages=[with_reasoning(message) for message in messages],
                    tools=tools,
                    documents=None,
                    add_generation_prompt=add_generation_prompt,
                    **{**self.special_tokens, **context},
                )


        REASONING = ("reasoning_content", "thinking", "reasoning")


        def with_reasoning(message):
            values = [message[name] for name in REASONING if message.get(name) is not None]
            if not values:
                return message
            return {"thinking": values[0], **message, "reasoning_content": values[0]}


        def compile_template(source):
            from datetime import datetime

            import jinja2
            import jinja2.ext
            from jinja2.sandbox import ImmutableSandboxedEnvironment

            class Generation(jinja2.ext.Extension):
                tags = {"generation"}

                def parse(self, parser):
                    line = next(parser.stream).lineno
                    body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
                    call = self.call_method("passed_through")
                    return jinja2.nodes.CallBlock(call, [], [], body).set_lineno(line)

                def passed_through(self, caller):
                    return caller()

            class Dictionary:
                def __call__(self, *args, **kwargs):
                    return dict(*args, **kwargs)

                def fromkeys(self, *args, **kwargs):
                    return dict.fromkeys(*args, **kwargs)

            class Namespace(jinja2.utils.Namespace):
                def __init__(*args, **kwargs):
                    self, args = args[0], args[1:]
                    attributes = dict(*args, **kwargs)
                    for name in attributes:
                        check_name(name)
                    jinja2.utils.Namespace.__init__(self, attributes)

                def __setitem__(self, name, value):
                    check_name(name)
                    jinja2.utils.Namespace.__setitem__(self, name, value)

            def check_name(name):
                if isinstance(name, str) and name.startswith("_"):
                    raise jinja2.exceptions.SecurityError(f"a namespace cannot hold {name!r}")

            def raise_exception(message):
                raise jinja2.exceptions.TemplateError(message)

            def strftime_now(format):
                return datetime.now().strftime(format)

            def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
                return json.dumps(
                    value, ensure_ascii=ensure_ascii, indent=indent,
                    separators=separators, sort_keys=sort_keys,
                )

            environment = ImmutableSandboxedEnvironment(
                trim_blocks=True, lstrip_blocks=True,
                extensions=[Generation, jinja2.ext.loopcontrols],
            )
            environment.filters["tojson"] = tojson
            environment.globals["raise_exception"] = raise_exception
            environment.globals["strftime_now"] = strftime_now
            environment.globals["dict"] = Dictionary()
            environment.globals["namespace"] = Namespace
            return environment.from_string(source)
        """#
}
