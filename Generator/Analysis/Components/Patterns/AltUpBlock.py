# Alternating updates: predicts several hidden states from each other and corrects them by what a layer
# makes of one of them.
import mlx.core as mx
import mlx.nn as nn


class Parameters:
    protocol = "AltUpConfiguration"
    property = "altUp"
    swift = "AltUpParameters(dimensions: {dimensions}, inputs: {inputs}, activeIndex: {active_index}[[, coefficientClip: {coefficient_clip}]], normEps: {norm_eps})"

    dimensions: int
    inputs: int
    active_index: int
    coefficient_clip: float = None
    norm_eps: float
    # Two spellings of one order of axes.
    moves_axis: bool


class AltUpBlock(nn.Module):
    def __init__(self, p: Parameters):
        self.p = p
        self.correct_output_scale = mx.zeros((p.dimensions,))
        self.correction_coefs = nn.Linear(p.inputs, p.inputs, bias=False)
        self.prediction_coefs = nn.Linear(p.inputs, p.inputs**2, bias=False)
        self.modality_router = nn.Linear(p.dimensions, p.inputs, bias=False)
        self.router_norm = nn.RMSNorm(p.dimensions, eps=p.norm_eps)

    def _modalities(self, x: mx.array):
        inputs = self.router_norm(x) * (self.p.dimensions**-1.0)
        routed = self.modality_router(inputs).astype(mx.float32)
        return mx.tanh(routed)

    def predict(self, x: mx.array):
        modalities = self._modalities(x[self.p.active_index])
        self.prediction_coefs.weight = self.prediction_coefs.weight.astype(mx.float32)
        if self.p.coefficient_clip is not None:
            self.prediction_coefs.weight = mx.clip(
                self.prediction_coefs.weight, -self.p.coefficient_clip, self.p.coefficient_clip
            )
        coefficients = (
            self.prediction_coefs(modalities)
            .reshape(*modalities.shape[:-1], self.p.inputs, self.p.inputs)
            .transpose(0, 1, 3, 2)
        )
        states = x.astype(mx.float32)
        inputs = states.transpose(1, 2, 3, 0)
        predictions = mx.matmul(inputs, coefficients)
        predictions = predictions.transpose(3, 0, 1, 2)
        predictions = predictions + states
        return predictions.astype(x.dtype)

    def correct(self, predictions: mx.array, activated: mx.array):
        modalities = self._modalities(activated)
        self.correction_coefs.weight = self.correction_coefs.weight.astype(mx.float32)
        if self.p.coefficient_clip is not None:
            self.correction_coefs.weight = mx.clip(
                self.correction_coefs.weight, -self.p.coefficient_clip, self.p.coefficient_clip
            )
        coefficients = self.correction_coefs(modalities) + 1.0
        active = predictions[self.p.active_index]
        innovation = activated - active
        weights = (
            coefficients.moveaxis(2, 0)
            if self.p.moves_axis
            else coefficients.transpose(2, 0, 1)
        )
        weights = weights[..., None]
        corrected = innovation[None] * weights
        corrected = corrected + predictions
        return corrected.astype(activated.dtype)
