/// Tokens for each tile, with its row and column, and for the whole picture: mlx-vlm's
/// `Idefics3Processor` and `SmolVLMProcessor`.
struct Idefics3Expansion: PromptExpansion {
    private let mark: String
    private let around: String
    private let global: String
    private let length: Int

    /// - Parameter namesTokens: whether the tokenizer may have other names for them, as SmolVLM's.
    init(_ files: ProcessorFiles, namesTokens: Bool) throws(ProcessorError) {
        func token(_ name: String, _ standard: String) throws(ProcessorError) -> String {
            namesTokens ? try files.token(name, standard: standard) : standard
        }
        mark = try token("image_token", "<image>")
        around = try token("fake_image_token", "<fake_token_around_image>")
        global = try token("global_image_token", "<global-img>")
        length = try files.processor?.count("image_seq_len") ?? 169
    }

    func expanded(
        _ prompt: String, images: [ImageLayout], sounds: Int
    ) throws(ProcessorError) -> String {
        let tokens = mark * length
        let whole = around + global + tokens + around
        let texts = images.map { layout in
            guard case .tiles(let rows, let columns) = layout, rows > 0 || columns > 0 else {
                return whole
            }
            let tiles = (1...max(rows, 1)).map { row in
                (1...max(columns, 1))
                    .map { "\(around)<row_\(row)_col_\($0)>\(tokens)" }.joined() + "\n"
            }
            return tiles.joined() + "\n" + whole
        }
        return try prompt.replacingMarks(mark, of: "pictures", with: texts)
    }
}
