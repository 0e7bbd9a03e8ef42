// Ported from mlx_vlm/models/switch_layers.py, mlx-vlm 0.7.10, MIT,
// sha256 a8b688e0c0ed37ffe88804efe287fc19998eec9686b76f981b2e2ff635f76751.
// The functions that stack, split and move experts in a dictionary of weights are not here.

/// What an expert's projection is made of in a checkpoint, by the ends of the names
/// (`EXPERT_WEIGHT_SUFFIXES`).
public let expertWeightSuffixes = ["weight", "scales", "biases"] + globalScaleSuffixes

/// The ends of the names of a tensor's or an expert's one scale (`GLOBAL_SCALE_SUFFIXES`).
public let globalScaleSuffixes = ["weight_scale_2", "weight_global_scale"]
