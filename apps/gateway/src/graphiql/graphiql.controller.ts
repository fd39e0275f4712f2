import { Controller, Get, Header } from '@nestjs/common';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

/** GraphiQL out of the installed package, whole: nothing of it is fetched from elsewhere. There only when it is allowed. */
@Controller()
export class GraphiqlController {
  private readonly page = renderGraphiQL({ title: '精准 Jingzhun', endpoint: '/graphql' });

  @Get('graphiql')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header(
    'content-security-policy',
    "default-src 'self'; script-src 'unsafe-inline' 'unsafe-eval' blob:; style-src 'unsafe-inline'; " +
      "img-src 'self' data:; font-src 'self' data:; worker-src blob:; connect-src 'self'; frame-ancestors 'none'",
  )
  show(): string {
    return this.page;
  }
}
