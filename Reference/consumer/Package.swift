// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "stream-text",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "URL", from: "0.1.0")],
    targets: [
        .executableTarget(
            name: "stream-text",
            dependencies: [
                .product(name: "ModelSessions", package: "mlx-port"),
                .product(name: "MLXLMModels", package: "mlx-port"),
            ])
    ]
)
