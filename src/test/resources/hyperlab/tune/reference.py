"""Expected values for GaussianProcessTest and ExpectedImprovementTest, from scikit-learn and SciPy.

Run: python3 reference.py > reference.json
"""
import json

import numpy as np
from scipy.stats import norm
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

rng = np.random.default_rng(3)
X = rng.random((12, 2))
y = np.sin(5 * X[:, 0]) + 0.5 * X[:, 1] ** 2 + 0.05 * rng.standard_normal(12)
ys = (y - y.mean()) / y.std()
signal, noise, lengths = 1.7, 0.02, [0.4, 1.3]
kernel = ConstantKernel(signal) * Matern(lengths, nu=2.5) + WhiteKernel(noise)
fixed = GaussianProcessRegressor(kernel, optimizer=None, alpha=1e-10).fit(X, ys)
at = rng.random((4, 2))
without_noise = ConstantKernel(signal) * Matern(lengths, nu=2.5)
K = without_noise(X) + (noise + 1e-10) * np.eye(12)
k = without_noise(at, X)
variance = signal - np.einsum("ij,ji->i", k, np.linalg.solve(K, k.T))
free = GaussianProcessRegressor(
    ConstantKernel(1, (0.02, 50)) * Matern([0.3, 0.3], (0.03, 30), nu=2.5) + WhiteKernel(1e-3, (1e-8, 1)),
    n_restarts_optimizer=30, random_state=0, alpha=1e-10).fit(X, ys)

improvements = []
for z in [-30.0, -12.0, -6.5, -6.0, -5.5, -3.0, -1.0, 0.0, 0.4, 2.0, 5.0, 7.0]:
    improvements.append([z, float(z * norm.cdf(z) + norm.pdf(z)) if z > -5.9 else None])
import mpmath
mpmath.mp.dps = 60
for row in improvements:
    z = mpmath.mpf(row[0])
    row[1] = float(z * mpmath.ncdf(z) + mpmath.npdf(z))

print(json.dumps({
    "inputs": X.tolist(), "targets": y.tolist(), "logs": np.log([signal, noise, *lengths]).tolist(),
    "likelihood": fixed.log_marginal_likelihood_value_ if hasattr(fixed, "log_marginal_likelihood_value_")
    else fixed.log_marginal_likelihood(fixed.kernel_.theta),
    "at": at.tolist(), "means": fixed.predict(at).tolist(), "deviations": np.sqrt(variance).tolist(),
    "best": free.log_marginal_likelihood_value_, "improvements": improvements,
}, indent=1))
