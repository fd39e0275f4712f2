import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SignedRequests } from '../requests/signed-requests';

const workerKey = Symbol('worker signing key');

/** Lets the worker in at `/internal/`, with its own key; the gateway's does not open it. */
@Module({})
export class InternalModule {
  /** `signingKey` is WORKER_SIGNING_KEY. */
  static forRoot({ signingKey }: { signingKey: string }): DynamicModule {
    return { module: InternalModule, providers: [{ provide: workerKey, useValue: signingKey }] };
  }

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost, @Inject(workerKey) key: string) {
    SignedRequests.of(host.httpAdapter.getInstance()).accept('/internal/', key, { carriesPassport: false });
  }
}
